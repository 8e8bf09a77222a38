"""Making the demo centre."""
