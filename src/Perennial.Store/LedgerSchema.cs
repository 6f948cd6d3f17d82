namespace Perennial.Store;

/// <summary>The tables of <c>ledger.db</c>.</summary>
internal static class LedgerSchema
{
    public const long Format = 1;

    // payloads is an ordinary rowid table: with secure_delete an erased row is overwritten in place.
    public const string Sql = """
        CREATE TABLE entries (
            position INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            author TEXT NOT NULL,
            payload BLOB NOT NULL
        ) STRICT;
        CREATE INDEX entries_subject ON entries (subject, position);
        CREATE INDEX entries_kind ON entries (kind, position);
        CREATE TABLE payloads (hash BLOB NOT NULL UNIQUE, salt BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE blobs (
            hash BLOB NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            refs INTEGER NOT NULL,
            zstd BLOB NOT NULL
        ) STRICT;
        CREATE TABLE followers (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT;
        """;
}
