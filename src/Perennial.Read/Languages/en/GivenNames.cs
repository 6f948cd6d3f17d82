using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Common given names of many countries, as evidence that a run of capitals is a person, and whether "he" or "she" may mean them.</summary>
internal static class GivenNames
{
    private const string Men =
        "Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Ahmad Alan Albert Alejandro Alessandro Alex Alexander Alexandre Alexei Alexey Alfred Ali Allen Alonso Amir Anatoly Anders "
        + "Andre Andreas Andrei Andrew Andrey Andriy Andrzej Andy Angelo Anthony Anton Antonio Antony Antoine Arjun Arnold Arthur Artem Ashraf Barack Barry Bart Bashar Ben Benjamin Bernard "
        + "Bernie Bill Billy Bob Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Byron Caleb Calvin Cameron Carl Carlos Carter Cesar Chad Charles Charlie Chris Christian "
        + "Christopher Chuck Claude Claudio Clive Colin Connor Corey Craig Curtis Cyril Dale Dan Daniel Danny Darren Dave David Dean Dennis Derek Diego Dimitri Dirk Dmitri Dmitry Dmytro Dominic "
        + "Dominique Don Donald Doug Douglas Duncan Dustin Dwight Earl Ed Eddie Edgar Eduardo Edward Edwin Eli Elijah Elliott Elon Emil Emmanuel Enrique Eric Erik Ernest Ethan Eugene Evan Fabian "
        + "Farid Felipe Felix Ferdinand Fernando Filip Francesco Francis Francisco Franco Francois François Frank Franklin Fred Frederick Friedrich Gabriel Garry Gary Gavin Gennady Geoff Geoffrey George Georges Gerald "
        + "Gerard Gerhard Gideon Gilbert Giorgio Giovanni Giuseppe Glen Glenn Gordon Graham Grant Greg Gregory Guido Guillaume Guillermo Gustavo Guy Hamid Hank Hans Harold Harry Harvey Hassan Hector Helmut Henri Henrik "
        + "Henry Herbert Herman Hiroshi Hosni Howard Hugh Hugo Hussein Ian Ibrahim Igor Ilya Imran Isaac Ivan Jack Jacob Jacques Jaime Jake Jakob Jamal James Jamie Jan Janos Jared Jason Javier Jay Jean Jeb Jeff Jeffrey "
        + "Jens Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joachim Joao João Joaquin Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan Jordan Jorge Jose José Josef Joseph Josh Joshua Juan Juergen Jürgen Julian "
        + "Julien Julio Junichiro Justin Kamal Karim Karl Kaspar Keith Keir Kemal Ken Kenneth Kenji Kevin Khalid Kirill Klaus Konrad Kurt Kyle Lars Larry Lawrence Lech Lee Len Leo Leon Leonard Leonid Leroy Lev Liam Lindsey Lloyd "
        + "Lorenzo Louis Luc Luca Lucas Luis Luiz Lukas Luke Magnus Mahmoud Manuel Marc Marcel Marco Marcos Marcus Mario Marius Mark Markus Martin Marvin Massimo Mateo Mathias Mats Matt Matteo Matthew Matthias Maurice Max "
        + "Maxim Mehmet Michael Michel Miguel Mike Mikhail Milan Miloš Mitch Mitt Mohamed Mohammad Mohammed Moritz Moses Muhammad Mustafa Mykola Nabil Narendra Nasser Nathan Nathaniel Neil Nelson Newt Nicholas Nick Nicolas Nigel "
        + "Nikita Nikolai Nikolas Noah Norman Oleg Oleh Oleksandr Oleksiy Oliver Olivier Omar Orlando Oscar Osama Otto Owen Pablo Paolo Pascal Patrick Paul Pavel Pavlo Pedro Per Pete Peter Petr Petro Phil Philip Philippe Phillip Pierre "
        + "Piotr Rafael Rahul Rainer Raj Rajiv Ralph Ramon Rand Randy Raul Raymond Reince Reinhard Ricardo Richard Rick Rishi Rob Robert Roberto Robin Rodrigo Roger Roland Rolf Roman Ron Ronald Ross Roy Ruben Rudolf Rudy Rupert Russell Ryan "
        + "Salman Salvador Sam Samir Samuel Sanjay Santiago Scott Sean Sebastian Sebastien Serge Sergei Sergey Sergio Seth Shane Shaun Shinzo Sidney Silvio Simon Stanley Stefan Stephan Stephen Steve Steven Stewart Stuart Sven Sylvain Syed Tariq "
        + "Ted Terry Theo Theodore Thierry Thomas Tim Timothy Tobias Todd Tom Tomas Tommy Tony Travis Trevor Tyler Umar Uwe Vaclav Valentin Valery Vasily Victor Viktor Vincent Vitaly Vitali Vlad Vladimir Volodymyr Walter Warren Wayne Werner Wesley "
        + "Wilhelm Will William Willy Winston Wladimir Wolfgang Xavier Yair Yannick Yasser Yevgeny Yitzhak Yoshihide Youssef Yuri Yusuf Yves Zachary Zbigniew";

    private const string Women =
        "Abigail Ada Adriana Agnes Aisha Alexandra Alexis Alice Alicia Alina Alison Allison Alyssa Amanda Amber Amelia Amina Amy Ana Anastasia Andrea Angela Angelina Anita Ann Anna Annalena Anne Annette Annie Antonia April Ariana Ashley Astrid "
        + "Audrey Barbara Beatrice Beatriz Becky Bella Bernadette Beth Bethany Betsy Betty Birgit Brenda Bridget Brigitte Brooke Camila Camille Candace Carina Carla Carly Carmen Carol Caroline Catalina Catherine Cathy Cecilia Celia Chantal Charlotte Chelsea "
        + "Cheryl Chloe Christiane Christina Christine Cindy Claire Clara Clarissa Claudia Colette Connie Constance Cristina Cynthia Daisy Dana Daniela Danielle Daria Dawn Debbie Deborah Debra Denise Diana Diane Dilma Dolores Donna Dora Doris Dorothy Edith Eileen "
        + "Elaine Eleanor Elena Elisa Elisabeth Elise Elizabeth Ella Ellen Elsa Emily Emma Erica Erika Erin Esther Eva Evelyn Fatima Fatou Federica Fiona Frances Francesca Gabriela Gabriele Gabrielle Gail Gemma Georgia Gina Ginny Giorgia Giulia Gisela Gloria Grace "
        + "Greta Gretchen Hannah Harriet Hazel Heather Heidi Helen Helena Helene Hilary Hillary Holly Huma Ida Ines Ingrid Irene Irina Iris Isabel Isabella Isabelle Ivanka Jacinda Jackie Jacqueline Jamila Jane Janet Janice Jasmine Jean Jeanne Jelena Jenna Jennifer Jenny "
        + "Jessica Jill Jo Joan Joanna Joanne Jocelyn Jodi Josephine Joy Joyce Juana Judith Judy Julia Juliana Julie Juliet June Kaja Kamala Karen Karin Karina Kate Katerina Katherine Kathleen Kathryn Kathy Katie Katja Katrina Katya Kayla Kellyanne Kelly Kerry Kim "
        + "Kimberly Kirsten Kristen Kristin Kristina Lara Laura Lauren Layla Leah Leila Lena Leslie Leticia Lidia Lina Linda Lisa Liz Loretta Lori Lorraine Louise Lucia Lucy Luisa Lydia Lynn Madeleine Madison Magdalena Malala Manuela Marcia Margaret Margarita Maria "
        + "Mariam Marian Mariana Marianne Marie Marina Marine Marion Marta Martha Martina Mary Maureen Maya Meg Megan Megyn Melania Melanie Melissa Mercedes Meryem Mette Michaela Michelle Mila Mimi Mina Mira Miranda Miriam Moira Molly Monica Monika Muriel Nadia Nadine "
        + "Nancy Naomi Natalia Natalie Natasha Nathalie Nicola Nicole Nikki Nina Noor Nora Norma Nuria Olena Olga Olivia Oksana Pamela Pat Patricia Patty Paula Pauline Penelope Penny Petra Phyllis Pilar Polly Priscilla Priti Rachel Raquel Rania Rebecca Regina Renata Renee "
        + "Rita Roberta Rosa Rosalind Rose Rosemary Roxana Ruth Sabine Sabrina Sadia Sally Samantha Sandra Sara Sarah Shannon Sharon Sheila Shelley Shirley Silvia Simone Sofia Sonia Sonya Sophia Sophie Stacy Stella Stephanie Sue Susan Susana Susanne Suzanne Svetlana Sylvia "
        + "Sylvie Tamara Tania Tanya Tara Tatiana Teresa Tessa Theresa Tiffany Tina Tracy Ulrike Ursula Valentina Valerie Vanessa Vera Veronica Victoria Viktoria Viola Violet Virginia Vivian Wanda Wendy Whitney Yael Yasmin Yolanda Yulia Yvette Yvonne Zainab Zoe Zuzana";

    private static readonly FrozenSet<string> OfMen = WordClasses.Set(Men);
    private static readonly FrozenSet<string> OfWomen = WordClasses.Set(Women);

    /// <summary>Family names that stand first, as in Korea and China: such a person is called by the first word.</summary>
    public static readonly FrozenSet<string> FamilyFirst = WordClasses.Set(
        "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Moon Han Xi Li Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Lin Guo Ma Mao Deng Jiang Nguyen Tran Pham"
    );

    public static bool Contains(string word) => OfMen.Contains(word) || OfWomen.Contains(word);

    /// <summary>'m', 'f', or ' ' where the name does not tell.</summary>
    public static char Gender(string word) =>
        (OfMen.Contains(word), OfWomen.Contains(word)) switch
        {
            (true, false) => 'm',
            (false, true) => 'f',
            _ => ' ',
        };
}
