extension ScenarioFault {
  /// Returns the texts of faults of service windows.
  func windowText(at path: String) -> Message? {
    switch self {
    case .windowsWithoutStation:
      Self.message(
        "窗口设在派出所，但没有类别为 station 的设施", "请在 facilities 中加入派出所，或删去 windows",
        "windows stand at stations, but no facility is of the kind station",
        "add a station to the facilities, or remove windows")
    case .windowsWithoutResidents:
      Self.message(
        "到窗口的是居民，但所有网格的人口都是 0", "请给出人口，或删去 windows",
        "residents come to the windows, but the populations of all grids are 0",
        "give populations, or remove windows")
    case .openPastMidnight(let minutes):
      Self.message(
        "窗口要到午夜之后 \(minutes) 分钟才关门", "请减少 hourWeights 的个数，或提早 opensAt",
        "the windows would close \(minutes) minutes after midnight",
        "give fewer hourWeights, or an earlier opensAt")
    case .sharesWithoutWindows(0, let windows):
      Self.message(
        "有 \(windows) 个窗口，却没有 '\(path)'", "分业务排队时一类业务一个窗口，请写 \(windows) 个数，合计为 1",
        "there are \(windows) windows, but no '\(path)'",
        "write \(windows) numbers that add up to 1, as each business has one window while queues are separate"
      )
    case .sharesWithoutWindows(let found, let windows):
      Self.message(
        "有 \(windows) 个窗口，'\(path)' 却有 \(found) 个数", "分业务排队时一类业务一个窗口，请写 \(windows) 个数",
        "there are \(windows) windows, but '\(path)' has \(found) numbers",
        "write \(windows), as each business has one window while queues are separate")
    default: nil
    }
  }
}
