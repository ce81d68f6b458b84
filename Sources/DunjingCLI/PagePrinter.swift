import Dunjing
import Foundation

/// Prints pages as PDF by a browser without a window.
struct PagePrinter {
  private let browser: String

  /// Names under which a browser may be found.
  private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  /// The longest time a page may take, in seconds.
  private static let limit = 180.0

  /// Finds a browser.
  /// - Parameter browser: its path; nil to look for one on the PATH.
  init(browser: String?) throws {
    if let browser {
      guard FileManager.default.isExecutableFile(atPath: browser), FileFault.isFolder(browser) == false else {
        throw CommandFault(
          zh: "--browser：\(browser) 不是可执行的程序。", en: "--browser: \(browser) is no program that can be run.")
      }
      self.browser = browser
      return
    }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let places = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let found = places.first(where: FileManager.default.isExecutableFile) else {
      throw CommandFault(
        zh: "写 PDF 需要 chromium，PATH 中没有找到。请安装（apt install chromium fonts-noto-cjk），或用 --browser 指明浏览器。",
        en:
          "PDF needs chromium, and there is none on the PATH. Install it (apt install chromium fonts-noto-cjk), or name a "
          + "browser with --browser.")
    }
    self.browser = found
  }

  /// Returns a page as PDF.
  func pdf(of page: String) throws -> Data {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent(
      "dunjing-\(UUID().uuidString)", isDirectory: true)
    defer { try? files.removeItem(at: folder) }
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(page.utf8).write(to: folder.appendingPathComponent("page.html"))
      try Data().write(to: folder.appendingPathComponent("messages"))
    } catch {
      throw FileFault(path: folder.path, operation: .write, reason: error)
    }
    try start(in: folder)
    guard let data = try? Data(contentsOf: folder.appendingPathComponent("page.pdf")),
      data.starts(with: Data("%PDF".utf8))
    else { throw failure(in: folder) }
    return data
  }

  private func start(in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: browser)
    process.arguments =
      [
        "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
        "--user-data-dir=\(folder.path)/profile", "--print-to-pdf=\(folder.path)/page.pdf"
      ]
      // The sandbox of chromium does not start for root.
      + (geteuid() == 0 ? ["--no-sandbox"] : []) + [folder.appendingPathComponent("page.html").absoluteString]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent("messages"))
      try process.run()
    } catch {
      throw FileFault(path: browser, operation: .read, reason: error)
    }
    if ended.wait(timeout: .now() + Self.limit) == .timedOut {
      process.terminate()
      throw CommandFault(
        zh: "浏览器 \(browser) 在 \(Int(Self.limit)) 秒内没有写出 PDF。",
        en: "the browser \(browser) did not write a PDF in \(Int(Self.limit)) seconds.")
    }
    if process.terminationStatus != 0 { throw failure(in: folder) }
  }

  /// What the browser said, at most its last lines.
  private func failure(in folder: URL) -> CommandFault {
    let text = (try? String(contentsOf: folder.appendingPathComponent("messages"), encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").suffix(5).joined(separator: "\n  ")
    return CommandFault(
      zh: "浏览器 \(browser) 没有写出 PDF：\n  \(lines.isEmpty ? "没有给出原因" : lines)",
      en: "the browser \(browser) wrote no PDF:\n  \(lines.isEmpty ? "it gave no reason" : lines)")
  }
}
