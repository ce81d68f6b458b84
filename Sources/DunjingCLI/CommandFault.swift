import ArgumentParser
import Dunjing

/// A command that cannot be carried out, mostly as it was typed: what is wrong, what to do instead, and the exit code.
struct CommandFault: Error {
  let text: LocalizedText
  let status: ExitCode

  init(zh: String, en: String, status: ExitCode = ExitStatus.usage) {
    (text, self.status) = (LocalizedText(zh: zh, en: en), status)
  }
}

/// Runs the body of a command and tells its faults in one language, each with its exit code; of a command that writes files
/// also that it has written none.
enum Reporting {
  static func run(in language: TextLanguage, writes: Bool = true, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let fault as CommandFault {
      write(fault.text, in: language)
      throw fault.status
    } catch let fault as FileFault {
      write(fault.text, in: language)
      throw ExitStatus.inputOutput
    } catch let fault as WorkFault {
      write(fault.text, in: language)
      throw fault.isOfFiles ? ExitStatus.inputOutput : ExitStatus.invalidInput
    } catch let invalid as InvalidScenario {
      Message.write(invalid.text(in: language))
      let count = invalid.issues.count
      let counted = language == .zh ? "共 \(count) 处错误" : "\(count) error\(count == 1 ? "" : "s")"
      let nothing = language == .zh ? "，未写入任何文件" : "; nothing was written"
      Message.write(counted + (writes ? nothing : "") + (language == .zh ? "。" : "."))
      throw ExitStatus.invalidInput
    } catch let status as ExitCode {
      throw status
    } catch {
      write(
        LocalizedText(
          zh: "程序内部错误：\(error)。请附上场景报告此问题。",
          en: "internal fault: \(error). Please report this with the scenario."), in: language)
      throw ExitStatus.internalFault
    }
  }

  private static func write(_ text: LocalizedText, in language: TextLanguage) {
    Message.write((language == .zh ? "错误：" : "error: ") + text.text(in: language))
  }
}
