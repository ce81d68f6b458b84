import CStatfs

/// How the database keeps itself whole when a process dies in the middle of a change.
///
/// A write-ahead log lets others read while one writes, but its index is memory that all of them share: processes on
/// several machines do not. On network file systems, and where the kind is not known, a rollback journal is kept.
///
/// Source: SQLite, *Write-Ahead Logging*, section 1 ("All processes using a database must be on the same host computer").
public enum JournalMode: String, Sendable {
  /// A write-ahead log.
  case wal
  /// A rollback journal, deleted after each change.
  case delete

  /// The mode for the file system that a folder is on.
  public init(forFolder path: String) {
    var status = statfs()
    guard statfs(path, &status) == 0 else {
      self = .delete
      return
    }
    self.init(forFileSystem: UInt32(truncatingIfNeeded: status.f_type))
  }

  /// The mode for a kind of file system.
  /// - Parameter magic: its number in `statfs(2)` of Linux.
  public init(forFileSystem magic: UInt32) {
    self = Self.local.contains(magic) ? .wal : .delete
  }

  /// File systems of one machine; all others may be seen by several (NFS, SMB, FUSE, Lustre, GPFS, Ceph, 9P and so on).
  private static let local: Set<UInt32> = [
    0xEF53,  // ext2, ext3, ext4
    0x5846_5342,  // XFS
    0x9123_683E,  // Btrfs
    0x0102_1994,  // tmpfs
    0x8584_58F6,  // ramfs
    0x794C_7630,  // overlayfs
    0xF2F5_2010,  // F2FS
    0x2FC1_2FC1,  // ZFS
    0x3153_464A,  // JFS
    0xCA45_1A4E,  // bcachefs
    0x5265_4973  // ReiserFS
  ]
}
