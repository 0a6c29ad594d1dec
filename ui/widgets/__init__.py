"""Small parts that pages are made of; they know neither pages nor the bridge."""
