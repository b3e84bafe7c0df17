/// What a word can mean in a date. The value beside it (`TextToken.value`) is given in brackets.
enum DateWord: UInt8 {
  case none
  /// [1–12]
  case month
  /// A month that is a common word too (`may`, `mars` is none): one only with a capital. [1–12]
  case capitalMonth
  /// [1–7, Monday is 1]
  case weekday
  /// A weekday that is a common word too (`sat`, `sun`): one only with a capital. [1–7]
  case capitalWeekday
  /// `fredagar`, `Fridays`: every such day. [1–7]
  case weekdays
  /// `söndags`, after `i`: the last such day. [1–7]
  case lastWeekday
  /// `första`, `third`. [1–31]
  case ordinal
  /// `två`, `twenty`. [number]
  case cardinal
  /// [a `TimeUnit`]
  case unit
  /// `idag`, `tomorrow`. [days from the day of the text]
  case dayOffset
  /// A word that is a day only after `i`: `i dag`, `i morgon`. [days]
  case dayAfterIn
  /// `den`, `the`
  case the
  /// `of`
  case of
  /// `i`, `in`
  case inside
  /// `på`, `on`
  case on
  /// `om`, `efter`
  case after
  /// `före`
  case before
  /// `kl`, `klockan`, `at`: a time follows
  case clock
  /// `from`, `från`
  case from
  /// `between`, `mellan`
  case between
  /// `till`, `to`
  case until
  /// `och`, `and`
  case and
  /// `nästa`, `next`, `förra`, `last`, `denna`, `this`. [1, -1, 0]
  case relative
  /// `varje`, `every`
  case every
  /// `vecka`, `week`, where a number may follow
  case weekNumber
  /// `sedan`, `ago`, `senare`, `later`. [-1, 1]
  case direction
  /// `am`, `pm`. [0, 12]
  case meridiem
  /// A zone. [minutes east of UTC, or a code of `DateWords.Season`]
  case zone
  /// `UTC`, `GMT`, which an offset may follow. [0]
  case utc
  /// `noon`, `midnight`. [hour]
  case hourName
  /// The `:e` and `th` of an ordinal.
  case ordinalEnding
  /// `Uhr`, `h`: what stands before it is an hour.
  case hourMark
  /// `Z`
  case zulu
  /// `evening`, `kvällen`: what makes seven o'clock 19. [0 or 12]
  case partOfDay
}

/// Units of time, as values of `DateWord.unit`.
enum TimeUnit: Int32 { case minute, hour, day, workday, week, weekend, month, year }

/// The words of dates in one table. Swedish and English in full; Norwegian, Danish and German where the words are free.
enum DateWords {
  /// Zones whose offset depends on the day, as values of `DateWord.zone`: their winter offset in minutes plus this.
  static let europeanSeason: Int32 = 10_000
  static let americanSeason: Int32 = 20_000

  static let table = WordTable<(word: DateWord, value: Int32)>(
    months + weekdays + numbers + units + relatives + connectors + clocks + partsOfDay + zones)

  private typealias Entries = [(String, (word: DateWord, value: Int32))]

  /// One line a meaning: the words parted by spaces.
  private static func entries(_ word: DateWord, _ lines: [(Int32, String)]) -> Entries {
    lines.flatMap { line in line.1.split(separator: " ").map { (String($0), (word, line.0)) } }
  }

  private static let months =
    entries(
      .month,
      [
        (1, "januari january januar jan jän"), (2, "februari february februar feb febr"),
        (3, "mars march märz marts"), (4, "april apr"), (5, "maj mai"), (6, "juni june jun"),
        (7, "juli july jul"), (8, "augusti august aug"), (9, "september sept sep"),
        (10, "oktober october okt oct"), (11, "november nov"), (12, "december dezember desember dec dez"),
      ]) + entries(.capitalMonth, [(3, "mar"), (5, "may")])

  private static let weekdays =
    entries(
      .weekday,
      [
        (1, "måndag måndagen mån månd monday mon mandag mandagen montag"),
        (2, "tisdag tisdagen tis tisd tuesday tues tue tirsdag tirsdagen dienstag"),
        (3, "onsdag onsdagen ons onsd wednesday wed mittwoch"),
        (4, "torsdag torsdagen tors tor torsd thursday thurs thur thu donnerstag"),
        (5, "fredag fredagen fre fred friday fri freitag"),
        (6, "lördag lördagen lör lörd saturday lørdag samstag lørdagen"),
        (7, "söndag söndagen sön sönd sunday søndag søndagen sonntag"),
      ]) + entries(.capitalWeekday, [(6, "sat"), (7, "sun")])
    + entries(
      .weekdays,
      [
        (1, "måndagar måndagarna mondays mandager mandage"),
        (2, "tisdagar tisdagarna tuesdays tirsdager tirsdage"),
        (3, "onsdagar onsdagarna wednesdays onsdager onsdage"),
        (4, "torsdagar torsdagarna thursdays torsdager torsdage"),
        (5, "fredagar fredagarna fridays fredager fredage"),
        (6, "lördagar lördagarna saturdays lørdager lørdage"),
        (7, "söndagar söndagarna sundays søndager søndage"),
      ])
    + entries(
      .lastWeekday,
      [
        (1, "måndags"), (2, "tisdags"), (3, "onsdags"), (4, "torsdags"), (5, "fredags"), (6, "lördags"),
        (7, "söndags"),
      ])

  /// Ordinals from 1 on; the Swedish ones also in their form for men (`förste`, `andre`).
  private static let ordinals = [
    "första förste first", "andra andre second", "tredje third", "fjärde fourth", "femte fifth",
    "sjätte sixth",
    "sjunde seventh", "åttonde eighth", "nionde ninth", "tionde tenth", "elfte eleventh", "tolfte twelfth",
    "trettonde thirteenth", "fjortonde fourteenth", "femtonde fifteenth", "sextonde sixteenth",
    "sjuttonde seventeenth", "artonde eighteenth", "nittonde nineteenth", "tjugonde twentieth",
  ]

  private static let numbers: Entries = {
    var lines = ordinals.enumerated().map { (Int32($0.offset + 1), $0.element) }
    for (offset, words) in ordinals.prefix(9).enumerated() {
      let joined = words.split(separator: " ").map { "tjugo\($0)" }.joined(separator: " ")
      lines.append((Int32(offset + 21), joined))
    }
    lines += [(30, "trettionde thirtieth"), (31, "trettioförsta trettioförste")]
    let cardinals: [(Int32, String)] = [
      (1, "en ett one a an"), (2, "två two"), (3, "tre three"), (4, "fyra four"), (5, "fem five"),
      (6, "sex six"),
      (7, "sju seven"), (8, "åtta eight"), (9, "nio nine"), (10, "tio ten"), (11, "elva eleven"),
      (12, "tolv twelve"),
      (20, "twenty"), (30, "thirty"),
    ]
    return entries(.ordinal, lines) + entries(.cardinal, cardinals)
  }()

  private static let units: Entries = entries(
    .unit,
    [
      (TimeUnit.minute.rawValue, "minut minuter min minute minutes mins"),
      (TimeUnit.hour.rawValue, "timme timmar tim hour hours hr hrs"),
      (TimeUnit.day.rawValue, "dag dagar dagen day days"),
      (TimeUnit.workday.rawValue, "arbetsdag arbetsdagar weekdays"),
      (TimeUnit.week.rawValue, "veckor veckan weeks"),
      (TimeUnit.weekend.rawValue, "helg helgen weekend weekends"),
      (TimeUnit.month.rawValue, "månad månader månaden month months"),
      (TimeUnit.year.rawValue, "år året year years"),
    ])

  private static let relatives =
    entries(
      .dayOffset,
      [
        (-2, "förrgår"), (-1, "igår yesterday"), (0, "idag today tonight ikväll"),
        (1, "imorgon imorron tomorrow"),
        (2, "övermorgon"),
      ]) + entries(.dayAfterIn, [(-1, "går"), (0, "dag kväll"), (1, "morgon morron")])
    + entries(
      .relative,
      [
        (1, "nästa nästkommande kommande next coming"), (-1, "förra last föregående passerade"),
        (0, "denna denne detta this"),
      ])
    + entries(.direction, [(-1, "sedan ago"), (1, "senare later")])
    + entries(.every, [(0, "varje varannan annenhver every each hver hvert jeden")])
    + entries(.weekNumber, [(0, "vecka v week uke woche kw")])

  private static let connectors =
    entries(.the, [(0, "den the d")]) + entries(.of, [(0, "of")]) + entries(.inside, [(0, "i in im")])
    + entries(.on, [(0, "på on")]) + entries(.after, [(0, "om efter after")])
    + entries(.before, [(0, "före before")])
    + entries(.from, [(0, "från from fr fra von")])
    + entries(.between, [(0, "mellan between mellom mellem zwischen")])
    + entries(.until, [(0, "till to until til through thru bis")])
    + entries(.and, [(0, "och and samt und og")])

  private static let clocks =
    entries(.clock, [(0, "kl klockan klokka klokken klo at um")])
    + entries(.meridiem, [(0, "am fm"), (12, "pm em")])
    + entries(.hourName, [(12, "noon"), (24, "midnight midnatt")])
    + entries(.ordinalEnding, [(0, "st nd rd th e")]) + entries(.hourMark, [(0, "uhr h")])
    + entries(.zulu, [(0, "z")])

  private static let partsOfDay = entries(
    .partOfDay,
    [
      (0, "morning förmiddag förmiddagen morgonen"),
      (12, "afternoon evening eftermiddag eftermiddagen kvällen"),
    ])

  private static let zones =
    entries(.utc, [(0, "utc gmt ut")])
    + entries(
      .zone,
      [
        (60, "bst"), (europeanSeason + 60, "cet cest mez mesz"), (europeanSeason, "wet west"),
        (europeanSeason + 120, "eet eest"), (americanSeason - 300, "et est edt eastern"),
        (americanSeason - 360, "ct cst cdt central"), (americanSeason - 420, "mt mst mdt mountain"),
        (americanSeason - 480, "pt pst pdt pacific"),
      ])
}
