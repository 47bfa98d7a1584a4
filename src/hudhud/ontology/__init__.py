"""The closed vocabularies of the field, as data."""
