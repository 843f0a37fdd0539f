/// The texts of a small sound centre, to be damaged one file at a time.
enum SmallFolder {
  static let files: [(String, String)] = [
    (
      "centre.yaml",
      """
      centre: small
      name: 小中心
      open: [{days: all, from: "08:00", to: "20:00"}]
      service: {target: 0.8, within: 20, scope: month, floor: 0.5, formula: offered}
      patience: null
      seats: 10
      """
    ),
    ("rules.yaml", "restHours: 11\nleadSpan: 0\n"),
    (
      "contract.yaml",
      """
      seats:
        trainee: {price: "5200.00", personsPerSeat: "1.00"}
        agent: {price: "7400.00", personsPerSeat: "1.00"}
        lead: {price: "9300.00", personsPerSeat: "1.00"}
        overtime: {price: "9800.00", personsPerSeat: "1.00"}
      indicators:
        - {name: serviceLevel, dimension: business, target: 0.85, floor: 0.70, weight: 20}
      coefficients: [{from: 90, value: "1.00"}, {from: 0, value: "0.90"}]
      """
    ),
    ("agents.csv", "agent,name,team,grade,productivity\na1,张三,一班,agent,1\na2,李四,一班,trainee,0.6\n"),
    (
      "shifts.csv",
      "code,class,start,end,paidMinutes,mealMinutes,mealFrom,mealTo\n早1,early,08:00,16:30,480,30,11:00,13:00\n夜1,night,12:00,20:00,450,0,,\n"
    ),
    ("leave.csv", "agent,date,kind\na1,2026-12-05,leave\na2,2026-12-06,want:早1\n"),
    ("previous.csv", "agent,date,shift\na1,2026-11-30,早1\n"),
    ("calls.csv", "start,offered,aht\n2026-11-01T08:00,10,150\n2026-11-01T08:30,12,\n"),
    ("events.csv", "from,to,kind,name,factor\n2026-12-12,2026-12-12,campaign,双十二,1.2\n"),
  ]

  static func bytes(replacing name: String? = nil, with text: [UInt8]? = nil) -> [(String, [UInt8])] {
    files.compactMap { file, contents in
      if file == name { return text.map { (file, $0) } }
      return (file, Array(contents.utf8))
    }
  }
}
