import ArgumentParser
import Dunjing

extension TextEncoding: ExpressibleByArgument {
  /// Reads the name of an encoding in upper or lower case.
  public init?(argument: String) {
    self.init(rawValue: argument.uppercased())
  }
}
