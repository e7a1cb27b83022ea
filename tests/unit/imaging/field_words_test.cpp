// What series say of themselves in words, as protocols in the field are called.

#include "core/imaging/series/choose_series.h"
#include "core/imaging/series/contrast_words.h"
#include "core/imaging/series/reconstruction.h"
#include "core/imaging/series/scan_header.h"
#include "core/imaging/series/series_hints.h"
#include "core/imaging/series/special_words.h"

#include <gtest/gtest.h>

namespace hemo::testing {
namespace {

using imaging::contrastInAgent;
using imaging::contrastInWords;
using imaging::Hint;

TEST(FieldContrast, ADenialBesideAWordForContrastMeansNone) {
    for (const char* text :
         {"HEAD NON-ENHANCED", "PRE CONTRAST", "Head Pre-Contrast", "HEAD NON ENHANCED", "HEAD NONENHANCED",
          "PRECONTRAST 5MM", "HeadNonContrast", "HEAD_NONCONTRAST", "NON-CON HEAD", "NON CON", "NONCON",
          "HEAD W/O CONTRAST", "HEAD WO CON", "HEAD W/O", "HEAD WO", "HEADWO", "CT HEAD WITHOUT",
          "Head without IV contrast", "no IV contrast", "No intravenous contrast", "Contrast: none",
          "CONTRAST NO", "contrast-free", "unenhanced", "un-enhanced head", "Before contrast", "HEAD (C-)",
          "HEAD [-C]", "HEAD C(-)", "HEAD C (-)", "CONTRAST (-)", "IV-", "HEAD -C 5MM", "NCCT", "NECT 5.0",
          "NC HEAD", "Head W.O. Contrast", "w/out contrast", "HEAD PRE", "CTA HEAD NON CON",
          // Spanish
          "CRANEO SIN CONTRASTE", "CRANEO S/C", "CRANEO S/CTE", "Cráneo s/contraste", "SINCONTRASTE",
          "CRANEO SIMPLE", "NO CONTRASTADO", "sin medio de contraste", "ANTES DEL CONTRASTE", "SIN CIV",
          // French
          "CRANE SANS INJECTION", "Crâne sans IV", "NON INJECTE", "non injecté", "AVANT INJECTION",
          "sans produit de contraste", "SANS INJ", "SPC",
          // German
          "KOPF OHNE KM", "Kopf o. KM", "oKM", "ohneKM", "Schädel nativ", "KM-frei", "vor KM", "prä KM",
          "ohne Kontrastmittel", "kein KM", "nicht kontrastiert", "KM nein", "OHNE i.v. KM",
          // Portuguese
          "CRANIO SEM CONTRASTE", "SEMCONTRASTE", "não contrastado", "Crânio pré-contraste",
          "sem meio de contraste",
          // Italian
          "CRANIO SENZA MDC", "senza m.d.c.", "SENZA MEZZO DI CONTRASTO", "PRE MDC", "ENCEFALO DIRETTA",
          "TC CRANIO BASALE", "senza contrasto",
          // Dutch
          "HERSENEN ZONDER CONTRAST", "BLANCO", "geen contrast", "voor contrast", "hoofd z/contrast"})
        EXPECT_EQ(contrastInWords(text), Hint::No) << text;
}

TEST(FieldContrast, ContrastIsContrast) {
    for (const char* text : {"HEAD WITH CONTRAST",
                             "POST CONTRAST",
                             "POSTCONTRAST",
                             "HEAD C+",
                             "HEAD +C",
                             "HEAD (+C)",
                             "KM+",
                             "HEAD W CONTRAST",
                             "W/ CONTRAST",
                             "CTA HEAD",
                             "CT ANGIO",
                             "ENHANCED",
                             "CONTRAST ENHANCED HEAD",
                             "HEAD CE",
                             "CECT",
                             "C/CONTRASTE",
                             "CON CONTRASTE",
                             "AVEC INJECTION",
                             "APRES INJECTION",
                             "MIT KM",
                             "nach KM",
                             "m. KM",
                             "COM CONTRASTE",
                             "CON MDC",
                             "DOPO MDC",
                             "MET CONTRAST",
                             "na contrast",
                             "venous phase",
                             "HEAD CONTRAST - AXIAL",
                             "Premonitoring",
                             "HEAD W/"})
        EXPECT_EQ(contrastInWords(text), Hint::Yes) << text;
}

TEST(FieldContrast, WithAndWithoutTogetherSayNothing) {
    for (const char* text :
         {"HEAD W/WO CONTRAST", "W/O & W/", "WITH AND WITHOUT CONTRAST", "PRE AND POST", "PRE/POST CONTRAST",
          "SIN Y CON CONTRASTE", "MIT UND OHNE KM", "SANS ET AVEC INJECTION", "SENZA E CON MDC",
          "ZONDER EN MET CONTRAST", "SEM E COM CONTRASTE", "C+/-", "C+ C-", "before and after contrast",
          "NATIV + KM", "NCCT/CTA"})
        EXPECT_EQ(contrastInWords(text), Hint::Unsaid) << text;
}

TEST(FieldContrast, OtherWordsSayNothingOfIt) {
    for (const char* text : {"Head 5 mm", "STD BRAIN 5MM", "HEAD C-SPINE", "S/P CRANIOTOMY",
                             "without gantry tilt", "PRE OP", "PRE-OP PLANNING", "Sinus", "Scandinavian",
                             "COMET", "5MM - AXIAL", "NOSE", "SINUS CON 1MM", "Preliminary", "HEAD NO MAR"})
        EXPECT_EQ(contrastInWords(text), Hint::Unsaid) << text;
}

TEST(FieldContrast, AnAgentThatIsNoneIsNone) {
    for (const char* none : {"NONE", "No", "N", "NO CONTRAST", "keines", "SIN CONTRASTE", "sans", "nessuno",
                             "geen", "0", "-", "N/A", "not given", "W/O", "Non"})
        EXPECT_EQ(contrastInAgent(none), Hint::No) << none;
    for (const char* agent : {"ULTRAVIST 370", "Omnipaque", "IV", "YES", "APPLIED", "Iomeron 350",
                              "70 CC ISOVUE", "CE", "100", "Contrast", "NONIONIC"})
        EXPECT_EQ(contrastInAgent(agent), Hint::Yes) << agent;
}

SeriesInfo head(const std::string& description) {
    SeriesInfo info;
    info.id = info.description = description;
    info.modality = "CT";
    info.bodyPart = "HEAD";
    info.kernel = "Hr38";
    info.manufacturer = "SIEMENS";
    info.imageType = "DERIVED\\PRIMARY\\AXIAL";
    info.slicePlane = ViewAxis::Axial;
    info.sliceStepMm = 5;
    info.imageCount = 30;
    return info;
}

std::string best(std::vector<SeriesInfo> series) {
    FolderContents contents;
    contents.series = std::move(series);
    imaging::chooseSeries(contents);
    return contents.bestSeriesId;
}

TEST(FieldContrast, AnAgentBesideADenialIsACautionNotARefusal) {
    using Contrast = ScanHeader::Contrast;
    SeriesInfo info = head("HEAD NON-ENHANCED");
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Unsaid);
    info.contrastAgent = "ULTRAVIST";
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Contradicted);
    info.description = "5 mm", info.studyDescription = "CT head w/o contrast";
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Contradicted);
    info.contrastAgent = "NONE";
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Unsaid);
    info.description = "CTA", info.contrastAgent = "ULTRAVIST";
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Named);
    info.contrastAgent.clear();
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Described);
}

TEST(FieldContrast, OfAPairTheNativeSeriesIsTheBest) {
    for (const auto& [native, other] :
         std::vector<std::pair<const char*, const char*>>{{"HEAD NON-ENHANCED", "HEAD ENHANCED"},
                                                          {"PRE CONTRAST", "POST CONTRAST"},
                                                          {"Kopf nativ", "Kopf KM"},
                                                          {"CRANEO S/C", "CRANEO C/C"},
                                                          {"SANS INJECTION", "AVEC INJECTION"},
                                                          {"SENZA MDC", "CON MDC"},
                                                          {"BLANCO", "MET CONTRAST"},
                                                          {"SEM CONTRASTE", "COM CONTRASTE"},
                                                          {"HEAD C-", "HEAD"}}) {
        EXPECT_EQ(best({head(other), head(native)}), native);
        EXPECT_EQ(best({head(native), head(other)}), native);
    }
}

// ---- specials

TEST(FieldSpecials, AreKnownByTheirDescription) {
    for (const auto& [text, meaning] : std::vector<std::pair<const char*, const char*>>{
             {"Monoenergetic Plus 40 keV", "monoenergetic"},
             {"Head MonoE 70keV", "monoenergetic"},
             {"VMI 55", "monoenergetic"},
             {"Mono+ 100 keV", "monoenergetic"},
             {"MONOCHROMATIC 65", "monoenergetic"},
             {"70 keV", "monoenergetic"},
             {"Iodine map", "material map"},
             {"IODINE (WATER)", "material map"},
             {"Iodine no Water", "material map"},
             {"Z Effective", "material map"},
             {"Zeff", "material map"},
             {"Electron Density", "material map"},
             {"Calcium Suppression 50", "material map"},
             {"Head VNC", "virtual without contrast"},
             {"Virtual Non Contrast", "virtual without contrast"},
             {"VUE", "virtual without contrast"},
             {"Virtual Unenhanced", "virtual without contrast"},
             {"HEAD MIP", "maximum intensity"},
             {"Ax MIP 10mm", "maximum intensity"},
             {"MaxIP", "maximum intensity"},
             {"MIP_HEAD", "maximum intensity"},
             {"MinIP", "minimum intensity"},
             {"Minimum Intensity", "minimum intensity"},
             {"VRT", "three-dimensional picture"},
             {"Bone removal", "bone removed"},
             {"DSA subtracted", "subtracted"},
             {"CBF", "perfusion map"},
             {"Tmax", "perfusion map"},
             {"A_80kV", "dual energy"},
             {"Sn150kV", "dual energy"}}) {
        const auto found = imaging::specialsInWords(text);
        ASSERT_EQ(found.size(), 1u) << text;
        EXPECT_EQ(say(found[0]), meaning) << text;
    }
    for (const char* plain :
         {"Head 5.0 Hr38", "Head DE mixed 0.4", "DE_Head F_0.5", "HEAD 120 kV", "AX 5MM", "Thin 0.625",
          "Head 3D", "MPR Head", "Conventional", "Schädel nativ", "CT Head 100 kV"})
        EXPECT_TRUE(imaging::specialsInWords(plain).empty()) << plain;
}

TEST(FieldSpecials, ThePlainOrMixedSeriesIsTheBest) {
    for (const char* plain : {"Head 5 mm", "Head DE mixed"})
        for (const char* special :
             {"Monoenergetic Plus 40 keV", "Iodine", "Head VNC", "HEAD MIP", "Sn140kV"}) {
            EXPECT_EQ(best({head(special), head(plain)}), plain) << special;
            EXPECT_EQ(best({head(plain), head(special)}), plain) << special;
        }
}

TEST(FieldSpecials, TheMakersWordsAndTheKernelCountAsWell) {
    SeriesInfo private40 = head("Head 5 mm, once more");
    private40.derivation = "processed ; MONOENERGETIC 40 KEV";
    EXPECT_EQ(best({private40, head("Head")}), "Head");
    EXPECT_TRUE(imaging::scanHeaderOf(private40).isSpecial);
    EXPECT_FALSE(imaging::scanHeaderOf(head("Head")).isSpecial);
}

// ---- kernel, age

TEST(FieldHeader, ASharpKernelIsKnownToTheVerdict) {
    SeriesInfo info = head("Head");
    EXPECT_FALSE(imaging::scanHeaderOf(info).isKernelSharp);
    info.kernel = "H60s";
    EXPECT_TRUE(imaging::scanHeaderOf(info).isKernelSharp);
    info.kernel = "";
    info.description = "Head bone";
    EXPECT_TRUE(imaging::scanHeaderOf(info).isKernelSharp);
}

TEST(FieldHeader, AgeIsReadFromAgeOrBirth) {
    const auto age = [](const char* said, const char* born, const char* scanned) {
        SeriesInfo info = head("Head");
        info.patientAge = said, info.patientBirthDate = born, info.studyDate = scanned;
        return imaging::scanHeaderOf(info).ageYears;
    };
    EXPECT_NEAR(age("003D", "", "").value_or(-1), 3 / 365.25, 1e-6);
    EXPECT_NEAR(age("006W", "", "").value_or(-1), 6 / 52.18, 1e-6);
    EXPECT_NEAR(age("018M", "", "").value_or(-1), 1.5, 1e-6);
    EXPECT_EQ(age("054Y", "", ""), 54);
    EXPECT_EQ(age("54", "", ""), 54);
    EXPECT_NEAR(age("", "20260101", "20260108").value_or(-1), 7 / 365.0, 0.01);
    EXPECT_NEAR(age("", "19500101", "20260101").value_or(-1), 76, 0.1);
    EXPECT_EQ(age("", "", "20260101"), std::nullopt);
    EXPECT_EQ(age("000Y", "", ""), std::nullopt) << "often a blank";
    EXPECT_EQ(age("", "20270101", "20260101"), std::nullopt);
    EXPECT_EQ(age("", "18700101", "20260101"), std::nullopt);
}

} // namespace
} // namespace hemo::testing
