"""Measurements: each prints its figures and says where its data come from."""
