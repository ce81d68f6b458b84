/// Words of a command as they can be pasted into a shell.
public enum ShellWord {
  /// A path or another argument, in quotes where the shell would read it otherwise.
  public static func pasted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "/._-~,=:+@%".contains($0) }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
