"""The most usual first names of France and of its neighbours, folded, for the lint alone."""

FIRST_NAMES = frozenset(
    """
    adam adele adrien agathe agnes alain albert alex alexandra alexandre alexis alice aline alix
    amandine amelie anais andre andrea ange angela angelique anna anne annie anthony antoine
    antonio arnaud arthur audrey aurelie aurelien axel barack baptiste barbara beatrice benjamin
    benoit bernadette bernard bernie bertrand bill bob boris brice brigitte bruno camille carine
    carla carlos carole caroline catherine cecile cedric celine charles charlotte chantal chloe
    chris christelle christian christiane christine christophe claire clara claude clement coralie
    corinne cyril damien daniel danielle david deborah delphine denis didier dominique donald
    edouard eleonore elisabeth elise elizabeth elodie elon emilie emma emmanuel emmanuelle enzo eric
    erica estelle etienne eugenie eva evelyne fabien fabienne fabrice fanny fatima florence florent
    florian franck francois francoise frank frederic frederique gabriel gabrielle gael
    gaelle gaetan genevieve george georges gerald gerard gilbert gilles ginette giulia gregory
    guillaume gustave guy helene henri henry herve hugo hugues ines irene isabelle jack jacqueline
    jacques james jane jean jeanne jeff jennifer jeremie jeremy jerome jessica jim joe joel joelle
    john johnny jonathan jose joseph josephine joshua juan jules julia julie julien juliette justine
    karim karine kate kevin laetitia laura laure laurence laurent lea leo leon leonie liam lilian
    lina lise lola louis louise luc lucas lucie lucien ludovic luis lydia lydie madeleine mael
    manon manuel marc marcel margaux margot maria marie marine mario marion marion mark martin
    martine mary mathieu mathilde mathis matthieu maurice max maxime megane melanie melissa michael
    michel michele michelle mickael miguel mohamed mohammed monique morgane mustapha myriam nadia
    nadine nathalie nathan nicolas nicole nina noah noel noemie odile olivier pascal pascale patrice
    patricia patrick paul paula pauline pedro peter philippe pierre quentin rachid rachel raphael
    raymond regis remi remy renaud rene richard rishi robert robin rodolphe roger roland romain
    rose sabine sabrina sam samia samir samuel sandra sandrine sara sarah sebastien serge severine
    simon simone sofia solene sonia sophie stephane stephanie steve steven susan suzanne sylvain
    sylvie tatiana theo theodore therese thibault thierry thomas tim tom ugo valentin valerie
    vanessa veronique victor victoire victoria vincent violette virginie vladimir walter william
    xavier yann yannick yasmine yoann youssef yves yvette yvonne zoe
    """.split()
)
