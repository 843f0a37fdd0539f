internal import CZip

/// The parts of a zip file held in memory, read through libzip within a limit of size.
struct ZipArchive {
  static let mostBytes: UInt64 = 512 << 20

  enum Failure: Error {
    case damaged
    case tooLarge
  }

  /// Every entry whose name is asked for.
  static func entries(_ bytes: [UInt8], where wanted: (String) -> Bool) throws(Failure) -> [String: [UInt8]] {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    defer { copy.deallocate() }
    bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count) }
    var problem = zip_error_t()
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 0, &problem) else { throw .damaged }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &problem) else {
      zip_source_free(source)
      throw .damaged
    }
    defer { zip_discard(archive) }
    var result: [String: [UInt8]] = [:]
    var total: UInt64 = 0
    for index in 0..<zip_get_num_entries(archive, 0) {
      guard let cName = zip_get_name(archive, zip_uint64_t(index), 0) else { continue }
      let name = String(cString: cName)
      guard wanted(name) else { continue }
      var status = zip_stat_t()
      zip_stat_init(&status)
      guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else { throw .damaged }
      total += status.size
      guard total <= mostBytes else { throw .tooLarge }
      result[name] = try read(archive, zip_uint64_t(index), count: Int(status.size))
    }
    return result
  }

  private static func read(_ archive: OpaquePointer, _ index: zip_uint64_t, count: Int) throws(Failure) -> [UInt8] {
    guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged }
    defer { zip_fclose(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    var at = 0
    while at < count {
      let got = bytes.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress! + at, zip_uint64_t(count - at)) }
      guard got > 0 else { throw .damaged }
      at += Int(got)
    }
    return bytes
  }
}
