import Dunjing

extension StudyTemplate {
  /// A city of 300,000 whose places, officers and departments are tables.
  static let city: StudyTemplate = {
    let residents = 300_000
    let map = CityMap(residents: residents)
    return StudyTemplate(
      scenario: CityScenario().text,
      tables: [
        .grids(map.grids), .facilities(map.facilities),
        .officers(residents: residents, streetUnits: residents / 50_000),
        .departments(DefaultCatalog.departments(residents: Double(residents)))
      ], sources: citySources)
  }()

  /// The sources of the numbers of the template.
  static let citySources = [
    SourceRow(
      key: "grids", mark: .assumed, zh: "编的城市：密度向外按指数下降；请换成当地网格",
      en: "A made-up city, its density falling exponentially outwards; put in the grids of yours"),
    SourceRow(
      key: "facilities", mark: .derived, zh: "每 4 万居民一个派出所、每 5 万一个工作站；位置是编的",
      en: "A station for 40,000 residents and a workstation for 50,000; positions are made up"),
    SourceRow(
      key: "demand.incidentsPerResidentYear", mark: .published, zh: "东北地区 0.053–0.060 起",
      en: "0.053 to 0.060 in the north-east"),
    SourceRow(
      key: "force.categories", mark: .assumed, zh: "参照城市按居民数折算",
      en: "As in the city of reference, by residents"),
    SourceRow(
      key: "departments", mark: .assumed, zh: "参照城市按居民数折算", en: "As in the city of reference, by residents"),
    SourceRow(
      key: "travel.modes.car.speedKilometersPerHour", mark: .assumed, zh: "城区处警车速",
      en: "Response driving in a city",
      range: "30,50"),
    SourceRow(
      key: "travel.detourFactor", mark: .assumed, zh: "城区的一般值", en: "Usual in towns", range: "1.15,1.4"),
    SourceRow(
      key: "units.*.unitsPerFacility", mark: .assumed, zh: "每处一个单元", en: "One unit at each post"),
    SourceRow(
      key: "units.stationCar.unavailableShare", mark: .assumed, zh: "接待、押解、办案",
      en: "Walk-ins, escorts, own cases",
      range: "0.3,0.6"),
    SourceRow(
      key: "targets", mark: .announced, zh: "“1、3、5 分钟”到场", en: "Arrival in 1, 3 and 5 minutes"),
    SourceRow(
      key: "targets.clockOrigin", mark: .assumed, zh: "公布的目标未说明起点",
      en: "What was announced does not say from when"),
    SourceRow(
      key: "treatments.sink20.sinkRatio", mark: .announced, zh: "每年下派 20%", en: "20 % sent down each year")
  ]
}
