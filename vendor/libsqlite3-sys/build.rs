//! Compiles SQLite3 Multiple Ciphers with the options libsqlite3-sys gives its own SQLite, and one cipher.

use std::env;

/// What libsqlite3-sys 0.37.0 sets for its bundled SQLite: what is in a roster must not depend on who compiled. But for two:
/// there connections share one page cache (`SQLITE_ENABLE_MEMORY_MANAGEMENT`) and one count of memory, each behind a lock, and
/// readers of a large roster wait for each other at every page. And one more: a plan is kept whatever is bound
/// (`SQLITE_ENABLE_QPSG`), because otherwise SQLite looks at the values for its estimates and prepares nearly every statement
/// over our views anew each time it is asked, which took most of the time of a short call.
const AS_BUNDLED: [&str; 20] = [
    "SQLITE_CORE",
    "SQLITE_DEFAULT_FOREIGN_KEYS=1",
    "SQLITE_ENABLE_API_ARMOR",
    "SQLITE_ENABLE_COLUMN_METADATA",
    "SQLITE_ENABLE_DBSTAT_VTAB",
    "SQLITE_ENABLE_FTS3",
    "SQLITE_ENABLE_FTS3_PARENTHESIS",
    "SQLITE_ENABLE_FTS5",
    "SQLITE_ENABLE_JSON1",
    "SQLITE_ENABLE_LOAD_EXTENSION=1",
    "SQLITE_ENABLE_QPSG",
    "SQLITE_DEFAULT_MEMSTATUS=0",
    "SQLITE_ENABLE_RTREE",
    "SQLITE_ENABLE_STAT4",
    "SQLITE_SOUNDEX",
    "SQLITE_THREADSAFE=1",
    "SQLITE_USE_URI",
    "HAVE_USLEEP=1",
    "HAVE_ISNAN",
    "_POSIX_THREAD_SAFE_FUNCTIONS",
];

/// ChaCha20-Poly1305 alone: a cipher that is not there cannot be chosen by mistake.
const CIPHERS: [&str; 8] = [
    "CODEC_TYPE=CODEC_TYPE_CHACHA20",
    "HAVE_CIPHER_CHACHA20=1",
    "HAVE_CIPHER_AES_128_CBC=0",
    "HAVE_CIPHER_AES_256_CBC=0",
    "HAVE_CIPHER_SQLCIPHER=0",
    "HAVE_CIPHER_RC4=0",
    "HAVE_CIPHER_ASCON128=0",
    "HAVE_CIPHER_AEGIS=0",
];

/// Features of the original that would need another source, another system or libclang.
const REFUSED: [&str; 9] = [
    "BUILDTIME_BINDGEN",
    "BUNDLED_SQLCIPHER",
    "IN_GECKO",
    "LOADABLE_EXTENSION",
    "PREUPDATE_HOOK",
    "SESSION",
    "SQLCIPHER",
    "WASM32_WASI_VFS",
    "WITH_ASAN",
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    for feature in REFUSED {
        assert!(env::var_os(format!("CARGO_FEATURE_{feature}")).is_none(), "the feature {feature} is not built here");
    }
    let source = sqlite3mc_src::source_dir();
    let mut build = cc::Build::new();
    build.file(source.join(sqlite3mc_src::SOURCE_FILE)).include(source).warnings(false);
    for option in AS_BUNDLED.iter().chain(&CIPHERS) {
        build.flag(format!("-D{option}"));
    }
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        build.flag("-DHAVE_LOCALTIME_R");
    }
    if env::var_os("CARGO_FEATURE_UNLOCK_NOTIFY").is_some() {
        build.flag("-DSQLITE_ENABLE_UNLOCK_NOTIFY");
    }
    build.compile("sqlite3");
    println!("cargo:include={}", source.display());
}
