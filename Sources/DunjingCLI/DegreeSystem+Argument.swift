import ArgumentParser
import Dunjing

extension DegreeSystem: ExpressibleByArgument {
  /// Reads the name of a system, with or without its hyphen.
  public init?(argument: String) {
    self.init(name: argument)
  }
}
