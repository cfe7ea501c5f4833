"""The rules on bytes and YAML."""
