import Foundation

/// The name of this machine.
public enum HostName {
  /// As the kernel has it: no name service is asked, which may take long or not be there.
  public static var text: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "?" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
