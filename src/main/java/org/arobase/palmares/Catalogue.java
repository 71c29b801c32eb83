package org.arobase.palmares;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arobase.palmares.PalmaresApi.Published;
import org.arobase.palmares.document.DocumentResource;
import org.arobase.palmares.signing.PublicAddress;
import org.arobase.platform.tabular.BookWriter;

/**
 * The open-data description of what is published: a DCAT catalogue (W3C, version 3) as JSON-LD, as
 * data.gouv.fr harvests it.
 */
final class Catalogue {
  private static final String IANA = "https://www.iana.org/assignments/media-types/";

  private Catalogue() {}

  static Map<String, Object> of(PublicAddress address) {
    Map<String, Object> catalogue = new LinkedHashMap<>();
    catalogue.put(
        "@context",
        Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "xsd", "http://www.w3.org/2001/XMLSchema#"));
    catalogue.put("@id", address.of("palmares/catalogue"));
    catalogue.put("@type", "dcat:Catalog");
    catalogue.put(
        "dct:title", french("Palmarès du label Territoires, Villes et Villages Internet"));
    catalogue.put(
        "dct:description",
        french("Les niveaux de 0 à 5 @ des collectivités, édition par édition, signés."));
    catalogue.put("dct:publisher", publisher(address));
    catalogue.put(
        "dcat:dataset",
        PublishedEditions.all().stream().map(edition -> dataset(edition, address)).toList());
    return catalogue;
  }

  private static Map<String, Object> dataset(Published edition, PublicAddress address) {
    String at = address.of("palmares/" + edition.year());
    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("@id", at);
    dataset.put("@type", "dcat:Dataset");
    dataset.put("dct:title", french("Palmarès " + edition.year() + " : " + edition.name()));
    dataset.put(
        "dct:issued", Map.of("@value", edition.publishedAt().toString(), "@type", "xsd:dateTime"));
    dataset.put("dct:publisher", publisher(address));
    dataset.put("dct:identifier", at);
    dataset.put("dcat:landingPage", Map.of("@id", at));
    dataset.put(
        "dcat:theme",
        Map.of("@id", "http://publications.europa.eu/resource/authority/data-theme/GOVE"));
    dataset.put(
        "dcat:distribution",
        List.of(
            distribution(at + "#json", "application/json", at),
            distribution(at + "#csv", BookWriter.CSV, at),
            distribution(at + "#xlsx", BookWriter.XLSX, at),
            distribution(at + "/document", DocumentResource.JOSE, at + "/document")));
    return dataset;
  }

  private static Map<String, Object> distribution(String id, String type, String address) {
    return Map.of(
        "@id",
        id,
        "@type",
        "dcat:Distribution",
        "dcat:accessURL",
        Map.of("@id", address),
        "dcat:mediaType",
        Map.of("@id", IANA + type));
  }

  private static Map<String, Object> publisher(PublicAddress address) {
    return Map.of("@type", "foaf:Organization", "foaf:name", address.issuer());
  }

  private static Map<String, Object> french(String text) {
    return Map.of("@value", text, "@language", "fr");
  }
}
