import StressTrials

/// The entry point of libFuzzer: reads an input as a bundle, plays it, and stops the process where something is wrong.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let files = FileTrial.files(ofInput: Array(UnsafeBufferPointer(start: start, count: count)))
  if case .failed(let text) = FileTrial.play(files) { fatalError(text) }
  return 0
}
