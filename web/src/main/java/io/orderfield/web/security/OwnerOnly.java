package io.orderfield.web.security;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody but the server's own user may read, where the file system knows of such rights. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** Makes the directory of a file unless there is one. */
    static void directoryOf(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory, rights(directory, "rwx------"));
        }
    }

    /** Makes the empty file unless there is one. */
    static void file(Path file) throws IOException {
        try {
            Files.createFile(file, rights(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            // another node was quicker
        }
    }

    /** Takes the rights of others away. */
    static void restrict(Path file) throws IOException {
        if (knowsRights(file)) {
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }

    private static FileAttribute<?>[] rights(Path file, String rights) {
        return knowsRights(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsRights(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
