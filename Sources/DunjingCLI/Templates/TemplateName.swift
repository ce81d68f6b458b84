import ArgumentParser
import Dunjing

/// The studies that `dunjing init` can write.
enum TemplateName: String, ExpressibleByArgument, CaseIterable {
  case minimal
  case city
  case county
  case province

  /// The study.
  var template: StudyTemplate {
    switch self {
    case .minimal: .minimal
    case .city: .city
    case .county: .county
    case .province: .province
    }
  }

  /// What it is, in a few words.
  var meaning: LocalizedText {
    switch self {
    case .minimal: LocalizedText(zh: "一个镇区，只有一个文件", en: "a town in one file")
    case .city:
      LocalizedText(zh: "一个城市，地点、警员和部门为表格", en: "a city with tables of places, officers and departments")
    case .county: LocalizedText(zh: "一个县，一乡一所", en: "a county with a station in each township")
    case .province:
      LocalizedText(zh: "一个省，各县有自己的民警和部门", en: "a province of counties with officers of their own")
    }
  }
}
