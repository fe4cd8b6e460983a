"""From dossier files to a checked catalog, and from the catalog to stored records and back."""
