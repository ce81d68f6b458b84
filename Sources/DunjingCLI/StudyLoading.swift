import ArgumentParser
import Dunjing
import Foundation

/// Loads a study or reports everything that is wrong with it.
enum StudyLoading {
  static func load(_ path: String, language: TextLanguage) throws -> ValidScenario {
    do {
      return try ScenarioBundle(path: path).load()
    } catch {
      for issue in error.issues {
        Message.write(issue.text(in: language))
      }
      let count = error.issues.count
      Message.write(
        language == .zh
          ? "共 \(count) 处错误，未写入任何文件。" : "\(count) error\(count == 1 ? "" : "s"); nothing was written.")
      throw ExitStatus.invalidInput
    }
  }
}

/// Messages to the person at the terminal, on standard error.
enum Message {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
