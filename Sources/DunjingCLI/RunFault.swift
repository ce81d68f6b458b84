import Dunjing

/// A run that cannot be used as its folder is: damaged, changed, not finished, or of another build; and what to do.
struct RunFault: Error {
  let text: LocalizedText

  init(zh: String, en: String) {
    text = LocalizedText(zh: zh, en: en)
  }
}
