"""Steps of the schema: one SQL file each, numbered from 0001, only ever added to, never changed."""
