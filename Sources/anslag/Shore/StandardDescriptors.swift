import Glibc

/// Standard input, output and error, which a parent may have closed.
enum StandardDescriptors {
  /// Takes the place of those that are closed, so that no file of ours gets their numbers: a message would be written into it,
  /// its bytes be read as commands. What stands there can only be used the wrong way round, so that use fails as it did.
  static func hold() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      // The lowest number that is free: those below are taken.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
