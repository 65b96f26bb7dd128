package io.orderfield.benchmark;

import io.orderfield.it.support.LibertyProcess;

/** How long a server takes to be ready, and what it holds when nothing happens. */
final class StartFigures {
    private StartFigures() {}

    /** Starts the server twice and leaves it running. */
    static void take(LibertyProcess server) {
        long begin = System.nanoTime();
        server.start();
        Figures.row("server ready, first start with demo data", Figures.seconds(begin), "s", "30");
        server.close();
        begin = System.nanoTime();
        server.start();
        Figures.row("server ready, second start", Figures.seconds(begin), "s", "30");
        Figures.row("resident memory of the idle server", Figures.residentMegabytes(server), "MB", "700");
    }
}
