//! Whether a file lies where a sync service carries files about. A roster there can be replaced by an older copy of itself,
//! or be copied in the middle of a write, by a program that knows nothing of it.

use std::path::Path;

/// Folder names that tell, as their beginning in small letters.
const NAMES: [(&str, &str); 12] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mobile documents", "iCloud Drive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
    ("pcloud", "pCloud"),
];

/// Files and folders that services leave at the top of what they carry.
const MARKERS: [(&str, &str); 7] = [
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.driveupload", "Google Drive"),
    (".sync", "Resilio Sync"),
];

/// The service that carries the file at `path` about, if one is seen.
pub(crate) fn service_of(path: &Path) -> Option<&'static str> {
    let whole = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    whole.ancestors().skip(1).find_map(|folder| {
        let name = folder.file_name()?.to_string_lossy().to_lowercase();
        let named = NAMES.iter().find(|(begins, _)| name.starts_with(begins));
        let marked = MARKERS.iter().find(|(marker, _)| folder.join(marker).exists());
        named.or(marked).map(|(_, service)| *service)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roster_in_a_synced_folder_is_noticed_by_the_folders_name_and_by_what_the_service_leaves_there() {
        let home = tempfile::tempdir().expect("a folder");
        let file = |folder: &str| {
            let folder = home.path().join(folder);
            std::fs::create_dir_all(&folder).expect("made");
            folder.join("club.trackside")
        };
        assert_eq!(service_of(&file("coaching/2026")), None);
        assert_eq!(service_of(&file("Dropbox (Private)/coaching")), Some("Dropbox"));
        assert_eq!(service_of(&file("OneDrive - Club/coaching")), Some("OneDrive"));
        assert_eq!(service_of(&file("Library/Mobile Documents/com~apple~CloudDocs")), Some("iCloud Drive"));
        let shared = file("shared/deep/down");
        std::fs::create_dir(home.path().join("shared/.stfolder")).expect("made");
        assert_eq!(service_of(&shared), Some("Syncthing"));
    }
}
