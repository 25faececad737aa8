package nl.schakel.demo;

/**
 * A child's enrolment in primary education on 1 October of the last school year, with the end of group 8 where it is in
 * group 8. Codes as in the CBS file INSCHRWPOTAB; an empty text is no value.
 *
 * @param years years in primary education
 * @param maths reference level: 1 below 1F, 2 1F, 3 1S
 * @param reading reference level: 1 below 1F, 2 1F, 4 2F
 * @param care reference level of language care, coded as reading
 * @param testAdvice advice that follows from the end test
 * @param advice the school's advice
 * @param revised the advice after reconsideration
 * @param endScore 501 to 550
 */
public record Enrolment(
        int grade,
        int years,
        String maths,
        String reading,
        String care,
        String testAdvice,
        String advice,
        String revised,
        String endScore) {}
