"""The anonymous contact: somebody asks something and gives no name."""
