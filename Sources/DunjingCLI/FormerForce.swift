import ArgumentParser

/// `--force`, as `--overwrite` was called in some commands: it is taken still, but not told.
struct FormerForce: ParsableArguments {
  @Flag(name: .customLong("force"), help: .hidden)
  var isGiven = false
}
