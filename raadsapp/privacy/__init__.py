"""What protects people: texts are looked through for personal data before they are kept or published."""
