import DunjingScenario
import Testing

/// Paths of folders as people type them.
@Suite struct FolderPathTests {
  @Test(arguments: [
    ("out", "out/a.csv"), ("out/", "out/a.csv"), ("out//", "out/a.csv"), ("/", "/a.csv"), ("//", "/a.csv"),
    ("", "a.csv"),
    (".", "./a.csv"), ("/x/", "/x/a.csv")
  ])
  func `a slash at the end of a folder changes nothing`(folder: String, path: String) {
    #expect(FolderPath.joined(folder, "a.csv") == path)
  }
}
