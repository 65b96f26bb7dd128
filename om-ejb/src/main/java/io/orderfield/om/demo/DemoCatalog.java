package io.orderfield.om.demo;

import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.om.catalog.PartView;
import io.orderfield.om.catalog.SpecificationView;
import java.util.Arrays;
import java.util.List;

/** What the demonstration sells. The codes are those of the work order policy that Orderfield ships. */
final class DemoCatalog {
    private DemoCatalog() {}

    /** The specifications, parts before what they are part of. */
    static List<SpecificationView> specifications() {
        return List.of(
                service("FIBER-ACCESS", "Fiber access"),
                resource("ONT", "Optical network terminal"),
                service("SDWAN-OVERLAY", "SD-WAN overlay"),
                resource("SDWAN-EDGE", "SD-WAN edge device"),
                service("WIFI-SERVICE", "Wi-Fi service"),
                resource("ACCESS-POINT", "Wi-Fi access point"),
                service("SURVEY-SERVICE", "Survey service"),
                service("VOICE-SERVICE", "Voice service"),
                resource("LTE-ROUTER", "LTE router"),
                product(
                        "FIBER-INTERNET",
                        "Fiber internet",
                        List.of(
                                choice("bandwidth", "100 Mbit/s", "500 Mbit/s", "1 Gbit/s", "10 Gbit/s"),
                                flag("staticIp"),
                                text("entryPoint")),
                        "FIBER-ACCESS",
                        "ONT"),
                product(
                        "SD-WAN",
                        "SD-WAN",
                        List.of(choice("topology", "hub", "spoke", "mesh"), number("uplinks")),
                        "SDWAN-OVERLAY",
                        "SDWAN-EDGE"),
                product(
                        "MANAGED-WIFI",
                        "Managed Wi-Fi",
                        List.of(choice("standard", "Wi-Fi 6", "Wi-Fi 6E", "Wi-Fi 7"), flag("guestNetwork")),
                        "WIFI-SERVICE",
                        "ACCESS-POINT"),
                product("SITE-SURVEY", "Site survey", List.of(number("floors"), text("focus")), "SURVEY-SERVICE"),
                product(
                        "VOICE",
                        "Business voice",
                        List.of(number("extensions"), flag("numberPorting")),
                        "VOICE-SERVICE"),
                product(
                        "MOBILE-BACKUP",
                        "Mobile backup",
                        List.of(choice("dataPlan", "20 GB", "100 GB", "unlimited"), flag("externalAntenna")),
                        "LTE-ROUTER"));
    }

    private static SpecificationView product(
            String code, String name, List<CharacteristicView> characteristics, String... parts) {
        List<PartView> realizedAs =
                Arrays.stream(parts).map(p -> new PartView(p, 1)).toList();
        return new SpecificationView(code, name, "product", true, characteristics, realizedAs);
    }

    private static SpecificationView service(String code, String name) {
        return new SpecificationView(code, name, "service", true, List.of(), List.of());
    }

    private static SpecificationView resource(String code, String name) {
        return new SpecificationView(code, name, "resource", true, List.of(), List.of());
    }

    private static CharacteristicView choice(String name, String... choices) {
        return new CharacteristicView(name, "choice", false, List.of(choices));
    }

    private static CharacteristicView flag(String name) {
        return new CharacteristicView(name, "boolean", false, List.of());
    }

    private static CharacteristicView number(String name) {
        return new CharacteristicView(name, "number", false, List.of());
    }

    private static CharacteristicView text(String name) {
        return new CharacteristicView(name, "text", false, List.of());
    }
}
