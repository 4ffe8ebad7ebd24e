package taskglass.opencode.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;
import taskglass.opencode.local.DataDirectory;

/** Reads Windows and macOS, which have no such files, through OSHI. */
public final class OshiMachine implements LocalMachine {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Optional<String> user = user(ProcessHandle.current());

    /** Loaded on first use: its libraries take a second, which the creator of this object may not have. */
    private static final class Loaded {
        private static final OperatingSystem SYSTEM = new SystemInfo().getOperatingSystem();
    }

    @Override
    public List<OpenCodeProcess> openCodes() {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().command().filter(Program::isOpenCode).isPresent())
                .filter(this::isMine)
                .flatMap(process -> openCode(process).stream())
                .toList();
    }

    /** Empty for a process that has ended, but whose parent has not collected its exit status yet. */
    private Optional<OpenCodeProcess> openCode(ProcessHandle handle) {
        Instant started = handle.info().startInstant().orElse(Instant.EPOCH);
        OSProcess process = Loaded.SYSTEM.getProcess((int) handle.pid());
        if (process == null) {
            return Optional.of(new OpenCodeProcess(handle.pid(), "", false, started, Optional.empty(), true));
        }
        boolean terminal =
                Program.isTerminal(process.getArguments().stream().skip(1).toList());
        Optional<DataDirectory.Place> database =
                DataDirectory.of(process.getEnvironmentVariables(), path -> path, handle.pid());
        return Optional.of(new OpenCodeProcess(
                        handle.pid(), process.getCurrentWorkingDirectory(), terminal, started, database, true))
                .filter(_ -> process.getState() != OSProcess.State.ZOMBIE);
    }

    @Override
    public List<ListeningPort> listening(Set<Long> pids) {
        Map<Long, Boolean> mine = new HashMap<>();
        return Loaded.SYSTEM.getInternetProtocolStats().getConnections().stream()
                .filter(connection -> connection.getState() == TcpState.LISTEN)
                .map(connection -> listening(connection, mine))
                .toList();
    }

    private ListeningPort listening(IPConnection connection, Map<Long, Boolean> mine) {
        long pid = connection.getowningProcessId();
        return new ListeningPort(
                address(connection.getLocalAddress()),
                connection.getLocalPort(),
                mine.computeIfAbsent(
                        pid, id -> ProcessHandle.of(id).filter(this::isMine).isPresent()),
                pid > 0 ? OptionalLong.of(pid) : OptionalLong.empty(),
                String.valueOf(pid));
    }

    /** No bytes mean any address. */
    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes.length == 0 ? new byte[4] : bytes);
        } catch (UnknownHostException notOne) {
            throw new IllegalStateException(notOne);
        }
    }

    private boolean isMine(ProcessHandle process) {
        return user.isPresent() && user.equals(user(process));
    }

    private static Optional<String> user(ProcessHandle process) {
        return process.info().user();
    }

    /** Windows itself protects the user's folders from other users. */
    @Override
    public boolean isPrivate(Path file) {
        try {
            boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
            return !posix
                    || (OWNERS.containsAll(Files.getPosixFilePermissions(file))
                            && user.equals(Optional.of(Files.getOwner(file).getName())));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
