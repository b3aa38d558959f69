"""Writing files beside the record: whole or not at all."""
