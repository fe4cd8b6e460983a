"""The tour: the application at work without a screen, and the pictures of it."""
