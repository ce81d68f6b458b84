import Foundation

/// How results of units are written: equal results are equal bytes.
enum ResultCoding {
  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return encoder
  }
}
