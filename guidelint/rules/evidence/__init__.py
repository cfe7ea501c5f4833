"""The rules on statements, references and strengths."""
