extension CommandFault {
  /// A share of officers for the street where there is no street.
  static func noReserveSites(_ option: String, _ key: String) -> CommandFault {
    CommandFault(
      zh: "\(option)：\(key) 派民警到备用点，本研究没有 kind 为 reserveSite 的设施，改变它没有作用。",
      en:
        "\(option): \(key) sends officers to reserve sites; without facilities of the kind reserveSite it changes nothing."
    )
  }
}
