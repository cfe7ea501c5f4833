"""Walks of patients."""
