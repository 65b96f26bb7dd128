package io.orderfield.broker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** What a part of the broker writes into its log while this is open, as much as on the server; tests log less. */
final class BrokerLog implements AutoCloseable {
    private final Logger logger;
    private final Level usual;
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
    private final Handler listener = new StreamHandler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }
    };

    BrokerLog(String name, Level level) {
        logger = Logger.getLogger(name);
        usual = logger.getLevel();
        logger.setLevel(level);
        logger.addHandler(listener);
    }

    List<LogRecord> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.removeHandler(listener);
        logger.setLevel(usual);
    }
}
