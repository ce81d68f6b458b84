import Foundation
import StressTrials

/// Reads an input of libFuzzer as a bundle, plays it, and stops the process where something is wrong.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let files = FileTrial.files(ofInput: Array(UnsafeBufferPointer(start: start, count: count)))
  if case .failed(let text) = FileTrial.play(files) { fatalError(text) }
  return 0
}

/// libFuzzer's loop, with the arguments of the command line.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The package manager starts every program by its own main function, so libFuzzer's is called from here.
@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments) { test($0, $1) })
  }
}
