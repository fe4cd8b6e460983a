"""The dossier and the resources are found, and the user's own files have folders of their own."""

from raadsapp import paths


def test_the_dossier_and_the_resources_are_found_beside_or_inside_the_package() -> None:
    assert (paths.data_dir() / "dossier.toml").is_file()
    assert (paths.resources_dir() / "fonts").is_dir()


def test_store_settings_and_log_stand_in_folders_of_the_user_and_are_not_made_by_asking() -> None:
    assert paths.default_store().parent == paths.user_data_dir()
    folders = {paths.user_data_dir(), paths.user_log_dir(), paths.user_settings_file().parent}
    assert all("raadsapp" in folder.parts for folder in folders)
