/// Who is told how far a comparison is: after each of its plays, by one thread at a time.
public struct PlayProgress: Sendable {
  let tell: @Sendable (_ done: Int, _ total: Int) -> Void

  /// - Parameter tell: called with the number of plays that are done, and of all.
  public init(_ tell: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) {
    self.tell = tell
  }
}
